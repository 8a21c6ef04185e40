package dev.mainstay.samples.badday;

/**
 * What a pair of services is written with.
 */
enum Stack {

	SPRING_MVC("Spring MVC"), WEBFLUX("WebFlux");

	private final String label;

	Stack(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

}
