package dev.mainstay.core.hardening.operations;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.VMOption;

/**
 * The process that the application runs in.
 *
 * @param contained whether it runs in a container
 * @param root whether its user is that of the machine who may do everything
 * @param memory the bytes that it may have, by the limit of the container if there is one
 * @param heap the bytes that its heap may have
 * @param heapSized whether somebody has said how large the heap may be
 * @param endsWithoutMemory whether it ends when an allocation fails
 * @param charset what text is written in if nobody says
 */
record JavaProcess(boolean contained, boolean root, long memory, long heap, boolean heapSized,
		boolean endsWithoutMemory, Charset charset) {

	private static final Path UIDS = Path.of("/proc/self/uid_map");

	static JavaProcess current() throws IOException {
		HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		return new JavaProcess(isContained(), isRoot(),
				ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
				Runtime.getRuntime().maxMemory(), isSet(options, "MaxHeapSize") || isSet(options, "MaxRAMPercentage"),
				Stream.of("ExitOnOutOfMemoryError", "CrashOnOutOfMemoryError", "OnOutOfMemoryError")
					.anyMatch((option) -> isSet(options, option)),
				Charset.defaultCharset());
	}

	private static boolean isContained() {
		return Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv"))
				|| System.getenv("KUBERNETES_SERVICE_HOST") != null;
	}

	/** Root of a user namespace is somebody else outside of it. */
	private static boolean isRoot() throws IOException {
		if (!Files.isReadable(UIDS)) {
			return false;
		}
		String[] mapping = Files.readString(UIDS).strip().split("\\s+");
		return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")) && mapping.length == 3
				&& mapping[0].equals("0") && mapping[1].equals("0");
	}

	private static boolean isSet(HotSpotDiagnosticMXBean options, String name) {
		VMOption option = options.getVMOption(name);
		return option.getOrigin() != VMOption.Origin.DEFAULT && option.getOrigin() != VMOption.Origin.ERGONOMIC
				&& !option.getValue().isEmpty() && !option.getValue().equals("false");
	}

	int heapPercentage() {
		return (int) (this.heap * 100 / Math.max(1, this.memory));
	}

}
