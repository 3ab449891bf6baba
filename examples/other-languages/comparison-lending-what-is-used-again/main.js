function total(prices) {
  return prices.reduce((sum, price) => sum + price, 0);
}

const prices = [3, 4, 5];
console.log(total(prices), "for", prices.length, "items");
