// A button on each block of code that copies it; what scrolls can be scrolled by keyboard.

for (const code of document.querySelectorAll("pre > code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not copied";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  code.after(button);
  if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
}

for (const wrapper of document.querySelectorAll(".table-wrapper")) {
  if (wrapper.scrollWidth > wrapper.clientWidth) wrapper.tabIndex = 0;
}
