let sold = 0;
const sell = () => { sold += 1; };
sell();
console.log(sold, "sold so far");
sell();
console.log(sold, "sold");
