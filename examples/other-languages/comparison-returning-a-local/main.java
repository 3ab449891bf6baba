class Main {
    static int total(int bread, int milk) {
        int sum = bread + milk;
        return sum;
    }

    public static void main(String[] args) {
        int cents = total(250, 120);
        System.out.println(cents + " cents");
    }
}
