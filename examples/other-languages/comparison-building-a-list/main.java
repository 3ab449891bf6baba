import java.util.ArrayList;
import java.util.List;

class Main {
    static List<String> shoppingList() {
        List<String> items = new ArrayList<>();
        items.add("bread");
        items.add("milk");
        return items;
    }

    public static void main(String[] args) {
        for (String item : shoppingList()) {
            System.out.println(item);
        }
        // nothing can reach the list any more
    }
}
