import java.util.List;

class Main {
    static int total(List<Integer> prices) {
        int sum = 0;
        for (int price : prices) {
            sum += price;
        }
        return sum;
    }

    public static void main(String[] arguments) {
        List<Integer> prices = List.of(3, 4, 5);
        System.out.println(total(prices) + " for " + prices.size() + " items");
    }
}
