/**
 * Passes over one array of N unsigned 64-bit integers: no allocation after the first.
 *
 * <p>The array is filled from a generator; twenty passes replace each number x at index i with
 * 3x + i modulo 2^64. The answer is the sum of all numbers modulo 2^64. A long is signed, but wraps
 * around to the same bits; only the printing differs.
 */
class Main {
  private static final int PASSES = 20;

  private static final class Random {
    private long state = 42;

    long next() {
      state = state * 6364136223846793005L + 1442695040888963407L;
      return state >>> 33;
    }
  }

  public static void main(String[] arguments) {
    long[] numbers = new long[argument(arguments)];
    Random random = new Random();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.next();
    }
    for (int pass = 0; pass < PASSES; pass++) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = numbers[i] * 3 + i;
      }
    }
    long sum = 0;
    for (long x : numbers) {
      sum += x;
    }
    System.out.println("answer " + Long.toUnsignedString(sum));
  }

  private static int argument(String[] arguments) {
    if (arguments.length == 1) {
      try {
        int n = Integer.parseInt(arguments[0]);
        if (n >= 1 && n <= 100_000_000) {
          return n;
        }
      } catch (NumberFormatException e) {
        // falls through to the message
      }
    }
    System.err.println("usage: array N, with N from 1 to 100000000");
    System.exit(2);
    return 0;
  }
}
