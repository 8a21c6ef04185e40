package dev.mainstay.core.compatibility;

/**
 * Thrown when the application runs on a Spring Boot that Mainstay is not made for.
 */
final class UnsupportedBootException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnsupportedBootException(String found) {
		super("Mainstay needs Spring Boot " + BootVersion.REQUIRED + " or newer and found Spring Boot " + found
				+ "; how to upgrade: https://github.com/spring-projects/spring-boot/wiki/Spring-Boot-"
				+ BootVersion.REQUIRED + "-Release-Notes");
	}

}
