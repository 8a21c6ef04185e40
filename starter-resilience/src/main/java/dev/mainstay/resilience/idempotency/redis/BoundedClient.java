package dev.mainstay.resilience.idempotency.redis;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Optional;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.resource.ClientResources;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.lettuce.RedisCredentialsProviderFactory;
import org.springframework.util.ReflectionUtils;

/**
 * The application's configuration of Lettuce with a time-out of our own. Lettuce waits 60
 * seconds for an answer by default, 10 for a connection, and keeps what is sent while
 * there is none; none of that may hold up a request, and all of it is right for what the
 * application does with its connection. So there is a second one, with the same address,
 * credentials, TLS and threads, that never reads from a replica.
 */
final class BoundedClient implements LettuceClientConfiguration {

	private final LettuceClientConfiguration application;

	private final Duration timeout;

	private BoundedClient(LettuceClientConfiguration application, Duration timeout) {
		this.application = application;
		this.timeout = timeout;
	}

	/**
	 * Create a factory of connections with the time-out.
	 * @param factory that of the application
	 * @param timeout how long to wait at most
	 * @return the factory, {@code null} if it cannot be known where the other one leads
	 */
	static @Nullable LettuceConnectionFactory create(LettuceConnectionFactory factory, Duration timeout) {
		RedisConfiguration target = targetOf(factory);
		if (target == null) {
			return null;
		}
		LettuceConnectionFactory bounded = new LettuceConnectionFactory(target,
				new BoundedClient(factory.getClientConfiguration(), timeout));
		bounded.afterPropertiesSet();
		return bounded;
	}

	/** No getter tells what kind of Redis it is for all kinds there are. */
	private static @Nullable RedisConfiguration targetOf(LettuceConnectionFactory factory) {
		if (factory.getClass() != LettuceConnectionFactory.class) {
			return null;
		}
		Field field = targetField();
		if (field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		return (RedisConfiguration) ReflectionUtils.getField(field, factory);
	}

	static @Nullable Field targetField() {
		return ReflectionUtils.findField(LettuceConnectionFactory.class, "configuration", RedisConfiguration.class);
	}

	@Override
	public Optional<ClientOptions> getClientOptions() {
		ClientOptions options = this.application.getClientOptions().orElseGet(ClientOptions::create);
		return Optional.of(options.mutate()
			.autoReconnect(true)
			.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.socketOptions(options.getSocketOptions().mutate().connectTimeout(this.timeout).build())
			.build());
	}

	@Override
	public Duration getCommandTimeout() {
		return this.timeout;
	}

	@Override
	public Optional<ReadFrom> getReadFrom() {
		return Optional.empty();
	}

	@Override
	public boolean isUseSsl() {
		return this.application.isUseSsl();
	}

	@Override
	@SuppressWarnings("deprecation")
	public boolean isVerifyPeer() {
		return this.application.isVerifyPeer();
	}

	@Override
	public SslVerifyMode getVerifyMode() {
		return this.application.getVerifyMode();
	}

	@Override
	public boolean isStartTls() {
		return this.application.isStartTls();
	}

	@Override
	public Optional<ClientResources> getClientResources() {
		return this.application.getClientResources();
	}

	@Override
	public Optional<String> getClientName() {
		return this.application.getClientName();
	}

	@Override
	public Optional<RedisCredentialsProviderFactory> getRedisCredentialsProviderFactory() {
		return this.application.getRedisCredentialsProviderFactory();
	}

	@Override
	public Duration getShutdownTimeout() {
		return this.application.getShutdownTimeout();
	}

	@Override
	public Duration getShutdownQuietPeriod() {
		return Duration.ZERO;
	}

}
