package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.mainstay.benchmarks.service.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The builds under the same load in rounds that take turns, each in a process that is
 * idle while another is measured.
 */
final class Comparison implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Comparison.class);

	/** Leave the compiler something of the processors. */
	private static final Load LIGHT = Load.saturation(2);

	private static final int BUSY_CLIENTS = 8;

	/** More than are ever waiting, so that nothing waits for a connection. */
	private static final int CLIENTS_AT_A_RATE = 32;

	private final Options options;

	private final Backends backends;

	private final Setting setting;

	private final Clients clients = new Clients();

	private final Map<Variant, Service> services = new EnumMap<>(Variant.class);

	private final Results results;

	Comparison(Options options, Backends backends, Setting setting) {
		this.options = options;
		this.backends = backends;
		this.setting = setting;
		this.results = new Results(setting.title());
	}

	Results run() throws IOException, InterruptedException {
		for (int i = 0; i < this.options.starts(); i++) {
			for (Variant variant : Variant.values()) {
				Start start = Start.of(this.setting, variant, this.backends);
				logger.info("{}, {}: {}", this.results.setting(), variant, start);
				this.results.add(variant, start);
			}
		}
		for (Variant variant : Variant.values()) {
			this.services.put(variant,
					Start.start(this.setting, variant, this.backends, ProcessBuilder.Redirect.DISCARD));
		}
		warmUp();
		List<Results.Case> cases = cases();
		for (int i = 0; i < this.options.rounds(); i++) {
			for (Results.Case of : cases) {
				round(of);
			}
		}
		return this.results;
	}

	private void warmUp() throws IOException, InterruptedException {
		for (Service service : this.services.values()) {
			for (Operation operation : this.options.operations()) {
				this.clients.run(service.port(), operation, LIGHT, this.options.warmUp());
			}
		}
	}

	private List<Results.Case> cases() throws IOException, InterruptedException {
		List<Results.Case> cases = new ArrayList<>();
		for (Operation operation : this.options.operations()) {
			Load saturation = Load.saturation(BUSY_CLIENTS);
			cases.add(new Results.Case(operation, saturation));
			Duration twice = this.options.duration().multipliedBy(2);
			double most = Measured.of(this.services.get(Variant.BARE), this.clients, operation, saturation, twice)
				.throughput();
			for (double rate : this.options.rates()) {
				cases.add(new Results.Case(operation, new Load(CLIENTS_AT_A_RATE, perSecond(rate, most))));
			}
		}
		return cases;
	}

	/** The rate, or a round number that is that share of what the bare build answers. */
	static int perSecond(double rate, double most) {
		if (rate >= 1) {
			return (int) rate;
		}
		double exact = Math.max(rate * most, 10);
		double unit = Math.pow(10, Math.floor(Math.log10(exact)) - 1);
		return (int) (Math.floor(exact / unit) * unit);
	}

	private void round(Results.Case of) throws IOException, InterruptedException {
		for (Map.Entry<Variant, Service> service : this.services.entrySet()) {
			Measured measured = Measured.of(service.getValue(), this.clients, of.operation(), of.load(),
					this.options.duration());
			this.results.add(of, service.getKey(), measured);
			logger.info("{}, {}, {}, {}: {}, load of the machine {}", this.results.setting(), service.getKey(),
					of.operation(), of.load(), measured,
					ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
		}
	}

	@Override
	public void close() {
		this.services.values().forEach(Service::close);
		this.clients.close();
	}

}
