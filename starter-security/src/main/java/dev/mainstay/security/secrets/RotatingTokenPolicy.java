package dev.mainstay.security.secrets;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementCall;
import dev.mainstay.security.secrets.Reloads.Kind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Admits whoever sends the token that is configured now, and for a while after a change
 * also the one before: a file reaches the service and its callers at different times.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class RotatingTokenPolicy implements ManagementAccessPolicy, SecretConsumer {

	private static final Log logger = LogFactory.getLog(RotatingTokenPolicy.class);

	private static final String PROPERTY = "mainstay.security.management.token";

	private static final int MIN_LENGTH = 16;

	private final Environment environment;

	private final Function<String, ManagementAccessPolicy> policies;

	private final Duration overlap;

	private final Reloads reloads;

	private final LongSupplier nanoTime;

	private @Nullable String token;

	private volatile ManagementAccessPolicy current;

	private volatile @Nullable Former former;

	/**
	 * Create the policy.
	 * @param start the policy as long as there is no token
	 * @param policies makes one for a token
	 * @param environment has the token
	 * @param overlap how long the token before is good after a change
	 * @param reloads counts
	 */
	public RotatingTokenPolicy(ManagementAccessPolicy start, Function<String, ManagementAccessPolicy> policies,
			Environment environment, Duration overlap, Reloads reloads) {
		this(start, policies, environment, overlap, reloads, System::nanoTime);
	}

	RotatingTokenPolicy(ManagementAccessPolicy start, Function<String, ManagementAccessPolicy> policies,
			Environment environment, Duration overlap, Reloads reloads, LongSupplier nanoTime) {
		this.policies = policies;
		this.environment = environment;
		this.overlap = overlap;
		this.reloads = reloads;
		this.nanoTime = nanoTime;
		this.token = environment.getProperty(PROPERTY);
		this.current = (this.token != null && isUsable(this.token.strip())) ? policies.apply(this.token) : start;
	}

	@Override
	public boolean comparesSecretOf(ManagementCall call) {
		return this.current.comparesSecretOf(call);
	}

	@Override
	public boolean admits(ManagementCall call) {
		Former before = this.former;
		return this.current.admits(call)
				|| (before != null && before.end() - this.nanoTime.getAsLong() > 0 && before.policy().admits(call));
	}

	@Override
	public @Nullable String challenge() {
		return this.current.challenge();
	}

	@Override
	public @Nullable String remedy() {
		return this.current.remedy();
	}

	@Override
	public void changed(TreeChange change) {
		String next = this.environment.getProperty(PROPERTY);
		if (next == null || Objects.equals(next, this.token)) {
			return;
		}
		if (!isUsable(next.strip())) {
			this.reloads.refused(Kind.MANAGEMENT_TOKEN);
			logger.warn(PROPERTY + " has a new value that cannot be one, so the old one stays: it needs at least "
					+ MIN_LENGTH + " characters of ASCII");
			return;
		}
		boolean hadToken = StringUtils.hasText(this.token);
		this.former = hadToken ? new Former(this.current, this.nanoTime.getAsLong() + this.overlap.toNanos()) : null;
		this.current = this.policies.apply(next);
		this.token = next;
		this.reloads.taken(Kind.MANAGEMENT_TOKEN);
		logger.info(PROPERTY + " has changed; "
				+ (hadToken ? "the old token is good for another " + this.overlap : "there was none before"));
	}

	/** As at the start, where another one is refused. */
	private static boolean isUsable(String token) {
		return token.length() >= MIN_LENGTH && token.chars().allMatch((letter) -> letter >= ' ' && letter <= '~');
	}

	private record Former(ManagementAccessPolicy policy, long end) {

	}

}
