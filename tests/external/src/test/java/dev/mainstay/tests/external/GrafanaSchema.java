package dev.mainstay.tests.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.mainstay.tests.external.Promtool.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schema of Grafana: the types that it publishes with each release, and the compiler
 * that holds a dashboard against them.
 */
final class GrafanaSchema {

	private static final Path FOLDER = Path.of("target", "grafana");

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	/** Where a release has the types. Those of queries left it after Grafana 10. */
	private static final String CONFIGURATION = """
			{
			  "compilerOptions": {
			    "strict": true, "noEmit": true, "skipLibCheck": true, "types": [],
			    "target": "es2022", "module": "esnext", "moduleResolution": "bundler",
			    "paths": {
			      "@grafana/schema": ["./node_modules/%1$s"],
			      "@grafana/schema/stat": ["./node_modules/%2$s/stat/panelcfg/x/StatPanelCfg_types.gen.d.ts"],
			      "@grafana/schema/bargauge": ["./node_modules/%2$s/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen.d.ts"],
			      "@grafana/schema/timeseries": ["./node_modules/%2$s/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen.d.ts"],
			      "@grafana/schema/table": ["./node_modules/%2$s/table/panelcfg/x/TablePanelCfg_types.gen.d.ts"],
			      "@grafana/schema/statetimeline": ["./node_modules/%2$s/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen.d.ts"],
			      "@grafana/schema/prometheus": ["./node_modules/grafana-10/dist/esm/raw/composable/prometheus/dataquery/x/PrometheusDataQuery_types.gen.d.ts"]
			    }
			  },
			  "files": ["dashboard.ts"]
			}
			""";

	private GrafanaSchema() {
	}

	static void install() throws IOException, InterruptedException {
		NpmPackages.install("grafana");
	}

	/** What the compiler says of a dashboard, nothing if all is well. */
	static String check(String release, String dashboard) throws IOException, InterruptedException {
		String index = release.equals("grafana-10") ? "/dist/index.d.ts" : "/dist/types/index.d.ts";
		Files.writeString(FOLDER.resolve("dashboard.ts"), TypedDashboard.of(dashboard));
		Files.writeString(FOLDER.resolve("tsconfig.json"),
				CONFIGURATION.formatted(release + index, release + "/dist/esm/raw/composable"));
		String compiler = FOLDER.resolve("node_modules/.bin/tsc").toAbsolutePath().toString();
		Answer answer = new ExternalProgram(compiler).run(FOLDER, PATIENCE, "--project", ".");
		assertThat(answer.code() == 0).as(answer.text()).isEqualTo(answer.text().isEmpty());
		return answer.text();
	}

}
