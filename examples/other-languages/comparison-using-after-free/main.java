class Main {
    record Order(int items) {}

    public static void main(String[] args) {
        Order lunch = new Order(3);
        Order receipt = lunch;
        lunch = null; // receipt still reaches the order
        System.out.println(receipt.items() + " items");
    }
}
