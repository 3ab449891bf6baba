import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Main {
    static boolean finalizerHasRun = false;

    static class Forgotten {
        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() {
            finalizerHasRun = true;
        }
    }

    public static void main(String[] args) throws IOException {
        String name = "door-log-" + ProcessHandle.current().pid() + ".txt";
        Path file = Path.of(System.getProperty("java.io.tmpdir"), name);
        try (var log = Files.newBufferedWriter(file)) {
            log.write("door opened\n");
            System.out.printf("before closing: %d bytes%n", Files.size(file));
        } // closes the file, on every path
        System.out.printf("after closing: %d bytes%n", Files.size(file));
        Files.delete(file);

        new Forgotten(); // unreachable at once; nobody says when it is found
        System.out.println("finalizer has run: " + finalizerHasRun);
    }
}
