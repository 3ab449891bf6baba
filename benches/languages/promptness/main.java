import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how soon the memory of a big buffer is back with the operating system.
 *
 * <p>Allocates N MiB, touches every page, uses the buffer a last time and forgets it. Then it does
 * small work that allocates until the resident set has shrunk by at least 80 % of what the buffer
 * added, for two seconds at most. It never asks for a collection: programs leave that to the
 * machine. The resident set comes from /proc/self/statm, so this needs Linux.
 */
class Main {
  private static final int STRIDE = 4096;
  private static final long PATIENCE = 2_000_000_000L;

  /** Where the small work goes, so that the compiler cannot leave it out. */
  private static volatile long sink;

  private static final class Random {
    private long state = 42;

    byte nextByte() {
      state = state * 6364136223846793005L + 1442695040888963407L;
      return (byte) (state >>> 56);
    }
  }

  /** The resident set in pages. Only ratios of it are used, so the page size does not matter. */
  private static long resident() throws IOException {
    return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
  }

  private static long smallWork() {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      items.add("item " + i);
    }
    long total = 0;
    for (String item : items) {
      total += item.length();
    }
    return total;
  }

  public static void main(String[] arguments) throws IOException {
    int size = argument(arguments) * 1024 * 1024;
    long before = resident();
    byte[] buffer = new byte[size];
    Random random = new Random();
    for (int i = 0; i < size; i += STRIDE) {
      buffer[i] = random.nextByte();
    }
    long full = resident();
    long checksum = 0;
    for (int i = 0; i < size; i += STRIDE) {
      checksum += Byte.toUnsignedInt(buffer[i]);
    }

    long start = System.nanoTime();
    buffer = null;
    long back = -1;
    while (back < 0 && System.nanoTime() - start < PATIENCE) {
      if ((full - resident()) * 10 >= (full - before) * 8) {
        back = System.nanoTime() - start;
      } else {
        sink = smallWork();
      }
    }

    System.out.println("answer " + checksum);
    System.out.println("back_ns " + back);
  }

  private static int argument(String[] arguments) {
    if (arguments.length == 1) {
      try {
        int n = Integer.parseInt(arguments[0]);
        if (n >= 1 && n <= 2000) {
          return n;
        }
      } catch (NumberFormatException e) {
        // falls through to the message
      }
    }
    System.err.println("usage: promptness N, with N from 1 to 2000");
    System.exit(2);
    return 0;
  }
}
