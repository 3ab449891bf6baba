/**
 * Runs {@code Main} and meanwhile asks for a full collection again and again, so that the
 * collector's log says how much is in use when no garbage is.
 */
class Live {
  private static final int MILLISECONDS_BETWEEN = 20;

  public static void main(String[] arguments) throws Exception {
    Thread collecting = new Thread(Live::collect);
    collecting.setDaemon(true);
    collecting.start();
    Main.main(arguments);
  }

  private static void collect() {
    try {
      while (true) {
        System.gc();
        Thread.sleep(MILLISECONDS_BETWEEN);
      }
    } catch (InterruptedException e) {
      // nobody interrupts this thread
    }
  }
}
