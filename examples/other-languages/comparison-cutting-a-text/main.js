const name = "Zoë Ng";
const initials = name.slice(0, 3);
console.log(`${initials}, ${name.length} units of 16 bits`);
