package dev.mainstay.core.problem.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the error contract.
 *
 * @param typeBase What stands before the code in the type of a problem
 * @param bootMembers Whether an answer keeps the members of Boot's own error JSON, such
 * as timestamp, error and path
 * @param completeProblemDetails Whether problem details that the application answers with
 * get the code and the ids that ours have
 * @param rejectedValues Whether an answer repeats the values that broke a constraint,
 * masked and cut at 200 characters
 */
@ConfigurationProperties("mainstay.problem")
record ProblemProperties(@DefaultValue("urn:problem-type:mainstay:") String typeBase,
		@DefaultValue("true") boolean bootMembers, @DefaultValue("true") boolean completeProblemDetails,
		@DefaultValue("false") boolean rejectedValues) {

	ProblemProperties {
		try {
			new URI(typeBase + "not-found");
		}
		catch (URISyntaxException ex) {
			throw new InvalidPropertyException("mainstay.problem.type-base", typeBase,
					"it is not the beginning of a URI", "Set one such as https://example.com/problems/, or remove it");
		}
	}

}
