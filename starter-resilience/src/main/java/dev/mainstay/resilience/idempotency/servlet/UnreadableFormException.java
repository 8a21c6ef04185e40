package dev.mainstay.resilience.idempotency.servlet;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The body of a form cannot be parsed, which is found out when the handler asks for a
 * parameter.
 */
final class UnreadableFormException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	UnreadableFormException(HttpStatus status, String reason, @Nullable Throwable cause) {
		super(status, reason, cause);
	}

}
