package dev.mainstay.core.request.autoconfigure;

import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.request.TrustedProxies;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of what comes in.
 *
 * @param trustedProxies Comma-separated list of the addresses and CIDR blocks of the
 * proxies whose word on the client's address is taken, and so are their wish that a trace
 * be exported and how long they wait for an answer
 */
@ConfigurationProperties("mainstay")
record RequestProperties(@DefaultValue List<String> trustedProxies) {

	RequestProperties {
		try {
			TrustedProxies.of(trustedProxies);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException("mainstay.trusted-proxies", trustedProxies,
					String.valueOf(ex.getMessage()), "Write each as 10.0.0.7 or 10.0.0.0/8");
		}
	}

}
