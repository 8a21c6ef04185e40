package dev.mainstay.samples.badday;

/**
 * Orders that are placed and paid as they should be, so that nothing later happens for
 * the first time.
 */
final class Morning implements Scene {

	@Override
	public String title() {
		return "an ordinary morning";
	}

	@Override
	public void play(Day day) {
		for (int i = 0; i < 5; i++) {
			Call read = day.paidOrder();
			day.client().send(read);
			day.client().send(Call.get("/payments"));
		}
		day.client().answers().stream().filter((answer) -> !answer.succeeded()).findFirst().ifPresent((answer) -> {
			throw new IllegalStateException("An ordinary request failed: " + answer.describe());
		});
	}

}
