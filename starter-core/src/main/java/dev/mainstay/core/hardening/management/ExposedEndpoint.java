package dev.mainstay.core.hardening.management;

/**
 * A management endpoint that is exposed over HTTP. Immutable.
 *
 * @param id the id, in lower case
 * @param path the path below the server, such as {@code /actuator/env}
 * @param read whom its read operations answer
 * @param write whom the operations answer that change something
 */
record ExposedEndpoint(String id, String path, Reach read, Reach write) {

	Reach any() {
		return this.read.or(this.write);
	}

}
