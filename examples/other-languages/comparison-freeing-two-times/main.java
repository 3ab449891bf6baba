import java.util.HashMap;
import java.util.Map;

class Main {
    record Order(int table) {}

    static void closeOrder(Map<String, Order> orders, String name) {
        Order order = orders.remove(name);
        if (order == null) {
            System.out.println("no such order");
        } else {
            System.out.println("table " + order.table() + " closed");
        }
    }

    public static void main(String[] args) {
        Map<String, Order> orders = new HashMap<>();
        orders.put("lunch", new Order(4));
        closeOrder(orders, "lunch");
        closeOrder(orders, "lunch");
    }
}
