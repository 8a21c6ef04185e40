package dev.mainstay.security.secrets.autoconfigure;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.security.management.AccessPolicies;
import dev.mainstay.security.secrets.Reloads;
import dev.mainstay.security.secrets.RotatingTokenPolicy;
import dev.mainstay.security.secrets.SecretConsumers;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;

/**
 * Lets Mainstay's policy for the token of the management endpoints take a new one. One of
 * the application's own is left alone.
 */
final class TokenRotation implements BeanPostProcessor {

	private static final String POLICY = "mainstayTokenPolicy";

	private static final String OURS = AccessPolicies.class.getPackageName() + ".";

	private final ListableBeanFactory beans;

	TokenRotation(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (beanName.equals(POLICY) && bean instanceof ManagementAccessPolicy policy
				&& bean.getClass().getName().startsWith(OURS)) ? rotating(policy) : bean;
	}

	private ManagementAccessPolicy rotating(ManagementAccessPolicy policy) {
		Environment environment = this.beans.getBean(Environment.class);
		SecretsProperties properties = this.beans.getBean(SecretsProperties.class);
		if (!properties.reload() || !Switch.isOn(environment, SecretsAutoConfiguration.ENABLED)) {
			return policy;
		}
		RotatingTokenPolicy rotating = new RotatingTokenPolicy(policy, AccessPolicies::token, environment,
				properties.tokenOverlap(), this.beans.getBean(Reloads.class));
		this.beans.getBean(SecretConsumers.class).add(rotating);
		return rotating;
	}

}
