package dev.mainstay.core.hardening.management;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Nobody should be able to attach a debugger.
 */
final class DebugAgentCheck implements HardeningCheck {

	private static final Pattern AGENT = Pattern.compile("-agentlib:jdwp.*|-Xrunjdwp.*");

	/** A port without a host is bound to this machine since Java 9. */
	private static final Pattern EVERYWHERE = Pattern.compile(".*address=(\\*|0\\.0\\.0\\.0|\\[?::]?):[0-9]+.*");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DEV-03", Group.MANAGEMENT, Severity.HIGH)
		.title("No debugger can be attached over the network")
		.why("""
				The debug port has no password: whoever reaches it runs any code in the process and reads all of \
				its memory.""")
		.source("ASVS 5.0 13.4.2; CWE-489")
		.decides("""
				Looks for the debug agent among the arguments of the JVM: any in production, and one that is bound \
				to all addresses anywhere. An IDE's own, bound to this machine, passes on a desk.""")
		.fix("""
				# delete it from JAVA_TOOL_OPTIONS and the start script; on a desk
				-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:5005""");

	private final Supplier<List<String>> arguments;

	DebugAgentCheck() {
		this(() -> ManagementFactory.getRuntimeMXBean().getInputArguments());
	}

	DebugAgentCheck(Supplier<List<String>> arguments) {
		this.arguments = arguments;
	}

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		boolean production = application.production() != null;
		return Verdict.of(this.arguments.get()
			.stream()
			.filter((argument) -> AGENT.matcher(argument).matches())
			.filter((argument) -> production || EVERYWHERE.matcher(argument).matches())
			.map((argument) -> new Finding(argument, "arguments of the JVM"))
			.toList());
	}

}
