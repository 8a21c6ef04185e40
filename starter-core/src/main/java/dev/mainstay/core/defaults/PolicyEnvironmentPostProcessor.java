package dev.mainstay.core.defaults;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Adds the policy of an organisation below everything that the application sets. Before
 * the configuration is checked, as a misspelt policy is one of a hundred services.
 */
@Order(Ordered.LOWEST_PRECEDENCE - 2)
final class PolicyEnvironmentPostProcessor implements EnvironmentPostProcessor {

	static final String LOCATION = "META-INF/mainstay/policy.properties";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Map<String, Object> policy = PolicyFiles.load(application.getClassLoader(), LOCATION);
		if (!policy.isEmpty()) {
			environment.getPropertySources()
				.addLast(new OriginTrackedMapPropertySource(MainstayDefaults.POLICY, policy, true));
		}
	}

}
