package dev.mainstay.core.hardening.probe;

import java.lang.reflect.Method;
import java.util.Arrays;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;

/**
 * Fails as handlers of an application do, so that none of those is called. No bean: only
 * probes get here. Thread-safe.
 *
 * @since 0.1.0
 */
@RestController
public final class ProbeHandler {

	/**
	 * What no answer may repeat.
	 */
	public static final String CANARY = "mainstay-canary-1b8e5c";

	/**
	 * The attribute of a request that names the method it is for.
	 */
	public static final String ATTRIBUTE = ProbeHandler.class.getName();

	/**
	 * The method that a probe is for.
	 * @param name the name of the method
	 * @return the method, with its handler
	 */
	public static HandlerMethod method(String name) {
		Method method = Arrays.stream(ProbeHandler.class.getDeclaredMethods())
			.filter((candidate) -> candidate.getName().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No method " + name));
		return new HandlerMethod(new ProbeHandler(), method);
	}

	void fail() {
		throw new IllegalStateException("jdbc:" + CANARY + ":@db.internal: this is a probe of the hardening sheet");
	}

	void takeNumber(@RequestParam("number") int number) {
	}

	void takeBody(@RequestBody Named named) {
	}

	/**
	 * An object with a member.
	 *
	 * @param name the member
	 */
	record Named(String name) {

	}

}
