package dev.mainstay.core.hardening.operations;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.mainstay.core.hardening.Basis;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.core.NativeDetector;

/**
 * Java fits into its container.
 */
final class JavaProcessCheck implements HardeningCheck {

	/** Threads, classes, code and buffers need the rest. */
	private static final int LARGEST_HEAP = 90;

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OPS-05", Group.OPERATIONS, Severity.MEDIUM)
		.basis(Basis.OBSERVATION)
		.title("Java fits into its container")
		.why("""
				A heap that is too large gets the process killed without a word, and one of the default size wastes \
				most of what is paid for. After a failed allocation a process that goes on is broken in ways that \
				no probe sees. Root in a container is root for every flaw of it.""")
		.source("Production readiness review, containers; kube-linter run-as-non-root")
		.decides("""
				Asks Java for its options, its heap, the memory that it may have and its charset, and Linux for the \
				user; the root of a user namespace is none. Only in production, in a container, and not in a \
				native image.""")
		.fix("""
				JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8"
				and in the Dockerfile: USER 10001""");

	private final Callable<JavaProcess> process;

	JavaProcessCheck() {
		this(JavaProcess::current);
	}

	JavaProcessCheck(Callable<JavaProcess> process) {
		this.process = process;
	}

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) throws Exception {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		if (NativeDetector.inNativeImage()) {
			return Verdict.notApplicable("a native image");
		}
		JavaProcess process = this.process.call();
		return process.contained() ? Verdict.of(findings(process)) : Verdict.notApplicable("not in a container");
	}

	private static List<Finding> findings(JavaProcess process) {
		List<Finding> findings = new ArrayList<>();
		if (process.root()) {
			findings.add(Finding.of("the user is root"));
		}
		String heap = "the heap may take " + process.heapPercentage() + " % of the memory";
		if (process.heapPercentage() > LARGEST_HEAP) {
			findings.add(Finding.of(heap + ", which leaves too little for everything else"));
		}
		else if (!process.heapSized()) {
			findings.add(Finding.of(heap + ", as nobody has said how large it may be"));
		}
		if (!process.endsWithoutMemory()) {
			findings.add(Finding.of("the process goes on after an OutOfMemoryError"));
		}
		if (!process.charset().equals(StandardCharsets.UTF_8)) {
			findings.add(Finding.of("text is written in " + process.charset()));
		}
		return findings;
	}

}
