import java.util.ArrayList;
import java.util.List;

class Main {
    static class Order {
        private final List<String> items = new ArrayList<>(List.of("tea"));

        List<String> getItems() {
            return items;
        }
    }

    public static void main(String[] arguments) {
        Order order = new Order();
        order.getItems().clear();
        System.out.println(order.getItems().size() + " items");
    }
}
