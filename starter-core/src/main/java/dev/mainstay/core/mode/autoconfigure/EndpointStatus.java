package dev.mainstay.core.mode.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.actuate.MainstayEndpoint;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Says what became of the endpoint that shows the features.
 */
final class EndpointStatus {

	static final String ID = "mainstay";

	private static final String FEATURE = "mainstay-endpoint";

	private EndpointStatus() {
	}

	static FeatureStatus of(ListableBeanFactory beans, Environment environment) {
		if (beans.getBeanNamesForType(MainstayEndpoint.class, true, false).length > 0) {
			return FeatureStatus.on(FEATURE);
		}
		String own = EndpointBeans.find(beans, environment, ID);
		return (own != null)
				? FeatureStatus.backedOff(FEATURE, "the application has an endpoint with this id, its bean " + own)
				: FeatureStatus.notApplicable(FEATURE, "nothing exposes it");
	}

}
