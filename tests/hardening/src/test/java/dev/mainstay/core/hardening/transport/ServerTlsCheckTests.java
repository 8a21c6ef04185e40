package dev.mainstay.core.hardening.transport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ServerTlsCheckTests {

	private static final LettuceClientConfiguration PLAIN = LettuceClientConfiguration.defaultConfiguration();

	private static final LettuceClientConfiguration TLS = LettuceClientConfiguration.builder().useSsl().build();

	private final ServerTlsCheck check = new ServerTlsCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	private final ApplicationContextRunner mail = this.runner
		.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
		.withPropertyValues("spring.mail.host=mail.example.org");

	@Test
	void aPlainRedisIsFound() {
		redis("cache.example.org", PLAIN)
			.run((context) -> assertThatLooking(this.check, context).fails("Redis at cache.example.org: SSL is off"));
	}

	@Test
	void theNodesOfAClusterAreFound() {
		RedisClusterConfiguration cluster = new RedisClusterConfiguration(
				List.of("a.example.org:1", "b.example.org:1"));
		this.runner.withBean(LettuceConnectionFactory.class, () -> new LettuceConnectionFactory(cluster, PLAIN))
			.run((context) -> assertThatLooking(this.check, context).fails("Redis at a.example.org, b.example.org"));
	}

	@Test
	void anEncryptedRedisPasses() {
		redis("cache.example.org", TLS).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aRedisOnTheDeskIsNothingToCheck() {
		redis("localhost", PLAIN).run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		redis("redis", PLAIN).run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aNeighbourOfAProductionIsFound() {
		redis("redis", PLAIN).withPropertyValues("spring.profiles.active=prod")
			.run((context) -> assertThatLooking(this.check, context).fails("Redis at redis"));
	}

	@Test
	void aPlainRabbitIsFound() {
		this.runner.withBean(CachingConnectionFactory.class, () -> new CachingConnectionFactory("mq.example.org"))
			.run((context) -> assertThatLooking(this.check, context).fails("RabbitMQ at mq.example.org"));
	}

	@Test
	void aPlainKafkaIsFound() {
		kafka(Map.of("bootstrap.servers", List.of("k1.example.org:9092", "k2.example.org:9092")))
			.run((context) -> assertThatLooking(this.check, context)
				.fails("Kafka at k1.example.org, k2.example.org: security.protocol=PLAINTEXT"));
	}

	@Test
	void anEncryptedKafkaPasses() {
		kafka(Map.of("bootstrap.servers", "SASL_SSL://k1.example.org:9092", "security.protocol", "SASL_SSL"))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aMailServerThatMayDoWithoutTlsIsFound() {
		this.mail.withPropertyValues("spring.mail.properties[mail.smtp.starttls.enable]=true")
			.run((context) -> assertThatLooking(this.check, context)
				.fails("mail server at mail.example.org: mail.smtp.starttls.required is not true"));
	}

	@Test
	void aMailServerThatMustHaveTlsPasses() {
		this.mail.withPropertyValues("spring.mail.properties[mail.smtp.starttls.required]=true")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aPropertyThatNobodyReadsIsNothingToCheck() {
		this.runner.withPropertyValues("spring.data.redis.host=cache.example.org")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private ApplicationContextRunner redis(String host, LettuceClientConfiguration client) {
		return this.runner.withBean(LettuceConnectionFactory.class,
				() -> new LettuceConnectionFactory(new RedisStandaloneConfiguration(host), client));
	}

	private ApplicationContextRunner kafka(Map<String, Object> configuration) {
		return this.runner.withBean(DefaultKafkaProducerFactory.class,
				() -> new DefaultKafkaProducerFactory<>(new HashMap<>(configuration)));
	}

}
