package dev.mainstay.core.mode.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Says what became of a management endpoint of Mainstay.
 *
 * @since 0.1.0
 */
public final class EndpointStatus {

	private EndpointStatus() {
	}

	/**
	 * Find out what became of it. Called for the {@code @Bean} of its status.
	 * @param endpoint the class of the endpoint, whose id is the name of the feature
	 * without {@code -endpoint}
	 * @param feature the name of the feature
	 * @param beans the beans of the application
	 * @param environment the environment of the application
	 * @return the status
	 */
	public static FeatureStatus of(Class<?> endpoint, String feature, ListableBeanFactory beans,
			Environment environment) {
		if (beans.getBeanNamesForType(endpoint, true, false).length > 0) {
			return FeatureStatus.on(feature);
		}
		String own = EndpointBeans.find(beans, environment, feature.replace("-endpoint", ""));
		return (own != null)
				? FeatureStatus.backedOff(feature, "the application has an endpoint with this id, its bean " + own)
				: FeatureStatus.notApplicable(feature, "nothing exposes it");
	}

}
