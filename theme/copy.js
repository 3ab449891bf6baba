// A button on each program that copies it, and one that shows its hidden lines.

// Says the outcome to who cannot see the button change.
const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.getElementById("content").append(status);

for (const code of document.querySelectorAll("pre:not(figure.listing details pre) > code")) {
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
    status.textContent = button.textContent;
    setTimeout(() => {
      button.textContent = "Copy";
      status.textContent = "";
    }, 2000);
  });
  code.after(button);
}

for (const button of document.querySelectorAll(".unfold")) {
  button.addEventListener("click", () => {
    const shown = button.parentElement.classList.toggle("unfolded");
    button.setAttribute("aria-expanded", shown);
  });
}
