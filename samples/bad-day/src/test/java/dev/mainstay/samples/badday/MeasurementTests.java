package dev.mainstay.samples.badday;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.DoubleStream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MeasurementTests {

	@Test
	void readsTheHeapOfG1() {
		assertThat(Measurement.heap("""
				15265:
				 garbage-first heap   total 262144K, used 46080K [0x00000000f0000000, 0x0000000100000000)
				  region size 1024K, 3 young (3072K), 0 survivors (0K)
				 Metaspace       used 72912K, committed 73536K, reserved 1114112K
				  class space    used 9911K, committed 10176K, reserved 1048576K""")).isEqualTo(45.0);
	}

	@Test
	void sumsTheGenerationsOfTheSerialCollector() {
		assertThat(Measurement.heap("""
				def new generation   total 78656K, used 1024K [0x00000000f0000000, 0x0000000100000000)
				 eden space 69952K,  10% used [0x00000000f0000000, 0x00000000f0a8e7d8, 0x00000000f4450000)
				tenured generation   total 174784K, used 30720K [0x00000000f5550000, 0x0000000100000000)
				Metaspace       used 72912K, committed 73536K, reserved 1114112K""")).isEqualTo(31.0);
	}

	@Test
	void tellsTheMiddleAndTheEnds() {
		assertThat(Spread.of(DoubleStream.of(3, 1, 2)).format("%.1f")).isEqualTo("2.0 (1.0 to 3.0)");
		assertThat(Spread.of(DoubleStream.of(4, 1, 2, 3)).median()).isEqualTo(2.5);
	}

	@Test
	void countsTheLibrariesButNotTheSamplesOwnJar(@TempDir Path folder) throws Exception {
		Libraries bare = Libraries.in(jar(folder.resolve("bare.jar"), "a-1.jar"));
		Libraries hardened = Libraries
			.in(jar(folder.resolve("hardened.jar"), "a-1.jar", "b-2.jar", "mainstay-sample-orders-1.jar"));
		assertThat(hardened.count()).isEqualTo(2);
		assertThat(hardened.megabytes()).isEqualTo(0.002);
		assertThat(hardened.namesBeyond(bare)).containsExactly("b-2.jar");
	}

	private static Path jar(Path path, String... libraries) throws Exception {
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path))) {
			for (String library : libraries) {
				jar.putNextEntry(new ZipEntry("BOOT-INF/lib/" + library));
				jar.write(new byte[1000]);
			}
		}
		return path;
	}

}
