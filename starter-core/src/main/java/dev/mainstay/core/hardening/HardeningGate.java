package dev.mainstay.core.hardening;

import java.util.List;
import java.util.Set;

import org.springframework.context.SmartLifecycle;

/**
 * Refuses a start for findings that the application, or its organisation, does not want
 * to run with. Only for what this start's own configuration says: a service that started
 * yesterday starts today.
 *
 * @since 0.1.0
 */
public final class HardeningGate implements SmartLifecycle {

	private final HardeningInspector inspector;

	private final InspectedApplication application;

	private final Set<Group> groups;

	private final Set<Severity> severities;

	private volatile boolean running;

	/**
	 * Create the gate.
	 * @param inspector asks the checks
	 * @param application the application
	 * @param groups the groups of which no finding is let through
	 * @param severities no finding is let through that is as bad as one of these
	 */
	public HardeningGate(HardeningInspector inspector, InspectedApplication application, Set<Group> groups,
			Set<Severity> severities) {
		this.inspector = inspector;
		this.application = application.withoutProbes();
		this.groups = Set.copyOf(groups);
		this.severities = Set.copyOf(severities);
	}

	/**
	 * Look, before anything else is started that takes work in.
	 * @throws HardeningRefusedException if there is a finding that is not let through
	 */
	@Override
	public void start() {
		this.running = true;
		if (this.groups.isEmpty() && this.severities.isEmpty()) {
			return;
		}
		List<SheetEntry> refused = this.inspector.inspect(this.application, this::isEnforced)
			.failed()
			.stream()
			.filter((entry) -> entry.waiver() == null)
			.toList();
		if (!refused.isEmpty()) {
			throw new HardeningRefusedException(refused);
		}
	}

	private boolean isEnforced(CheckDescription check) {
		return check.basis() == Basis.CONFIGURATION && (this.groups.contains(check.group())
				|| this.severities.stream().anyMatch((severity) -> check.severity().isAtLeast(severity)));
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
