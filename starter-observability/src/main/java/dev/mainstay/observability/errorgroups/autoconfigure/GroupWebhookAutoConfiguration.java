package dev.mainstay.observability.errorgroups.autoconfigure;

import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.observability.errorgroups.alert.GroupWebhook;
import dev.mainstay.observability.service.ServiceName;
import dev.mainstay.observability.slo.alert.Webhook;
import dev.mainstay.observability.slo.autoconfigure.SloAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what tells the webhook of new error groups.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ErrorGroupsAutoConfiguration.class, SloAutoConfiguration.class })
@ConditionalOnBean({ ErrorGroups.class, Webhook.class })
public final class GroupWebhookAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	GroupWebhook mainstayGroupWebhook(Webhook webhook, Environment environment) {
		return new GroupWebhook(webhook::send, ServiceName.of(environment));
	}

}
