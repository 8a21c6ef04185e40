package dev.mainstay.resilience.http;

import java.lang.reflect.Field;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.ReflectionUtils;

/**
 * Tells whether the application gave a factory for the JDK's client a read timeout of its
 * own. The factory has no accessor; where its field cannot be read, as in a native image,
 * the answer is no, and the shorter of both bounds applies.
 */
final class JdkReadTimeout {

	private JdkReadTimeout() {
	}

	static boolean isSet(ClientHttpRequestFactory factory) {
		Field field = ReflectionUtils.findField(factory.getClass(), "readTimeout");
		try {
			if (field == null) {
				return false;
			}
			ReflectionUtils.makeAccessible(field);
			return field.get(factory) != null;
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return false;
		}
	}

}
