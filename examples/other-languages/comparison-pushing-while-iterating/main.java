import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;

class Main {
    public static void main(String[] args) {
        List<Integer> prices = new ArrayList<>(List.of(250, 120));
        try {
            for (int price : prices) {
                prices.add(price / 10);
            }
        } catch (ConcurrentModificationException e) {
            System.out.println("stopped: " + e);
        }
        System.out.println(prices.size() + " entries");
    }
}
