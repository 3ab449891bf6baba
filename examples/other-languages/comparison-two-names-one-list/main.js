const first = ["bread"];
const second = first;
second.push("milk");
console.log(first.length, "items");
