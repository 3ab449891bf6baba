const ada = { name: "Ada", paid: false };
const guests = [ada];
const tonight = [ada];
tonight[0].paid = true;
console.log(`${guests[0].name} has paid: ${guests[0].paid}`);
