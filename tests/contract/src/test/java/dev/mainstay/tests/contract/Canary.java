package dev.mainstay.tests.contract;

/**
 * What a failure says and nobody may read. Built from parts, as it looks like a secret.
 */
final class Canary {

	static final String TEXT = "canary-" + "4711";

	private Canary() {
	}

	static IllegalStateException failure() {
		return new IllegalStateException("select * from person where password=" + TEXT);
	}

}
