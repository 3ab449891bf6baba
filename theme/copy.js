// A button on each block of code that copies it; code that scrolls can be scrolled by keyboard.

// All is measured before anything is changed, or the page would be laid out once for each block.
const blocks = [...document.querySelectorAll("pre > code")];
for (const code of blocks.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)) code.tabIndex = 0;

for (const code of blocks) {
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
}
