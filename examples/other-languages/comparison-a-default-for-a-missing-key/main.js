const guests = {};
(guests.hall ??= []).push("Ada");
(guests.hall ??= []).push("Grace");
console.log(guests.hall);
