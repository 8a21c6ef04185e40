package dev.mainstay.core.hardening.data;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JdbcUrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = ' ', quoteCharacter = '|', value = {
			"jdbc:postgresql://a.example.org:5432,b.example.org/orders?user=u&sslmode=require jdbc:postgresql://a.example.org,b.example.org",
			"jdbc:postgresql:orders jdbc:postgresql", "jdbc:postgresql:///orders jdbc:postgresql",
			"jdbc:mysql://app:hidden@db.example.org:3306/orders jdbc:mysql://db.example.org",
			"jdbc:mysql:loadbalance://a,b/orders jdbc:mysql://a,b",
			"jdbc:mysql://address=(host=db.example.org)(password=hidden)/orders jdbc:mysql://db.example.org",
			"jdbc:sqlserver://db.example.org\\one:1433;user=u;password=hidden jdbc:sqlserver://db.example.org",
			"jdbc:sqlserver://;serverName=db.example.org;password=hidden jdbc:sqlserver://db.example.org",
			"jdbc:oracle:thin:app/hidden@db.example.org:1521:orders jdbc:oracle://db.example.org",
			"jdbc:oracle:thin:app/hidden@//db.example.org:1521/orders jdbc:oracle://db.example.org",
			"jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS)(HOST=db.example.org))) jdbc:oracle://db.example.org",
			"jdbc:db2://db.example.org:50000/orders:user=u;password=hidden; jdbc:db2://db.example.org",
			"jdbc:aws-wrapper:postgresql://db.example.org/orders jdbc:postgresql://db.example.org",
			"jdbc:tc:postgresql:16:///orders jdbc:postgresql", "jdbc:mysql://[::1]:3306/orders jdbc:mysql://[::1]",
			"jdbc:h2:file:./orders;PASSWORD=hidden jdbc:h2:file:./orders",
			"jdbc:h2:mem:orders;USER=sa jdbc:h2:mem:orders" })
	void isShownWithoutAnySecret(String url, String shown) {
		assertThat(JdbcUrl.of(url)).hasToString(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:mem:orders", "jdbc:p6spy:h2:mem:orders", "jdbc:hsqldb:mem:orders",
			"jdbc:derby:memory:orders;create=true", "jdbc:sqlite::memory:" })
	void isInMemory(String url) {
		assertThat(JdbcUrl.of(url).isInMemory()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:file:./mem", "jdbc:h2:~/orders", "jdbc:h2:tcp://localhost/mem:orders",
			"jdbc:hsqldb:hsql://db/orders", "jdbc:sqlite:orders.db", "jdbc:postgresql://db/mem" })
	void isKept(String url) {
		assertThat(JdbcUrl.of(url).isInMemory()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "127.0.0.1", "[::1]", "LOCALHOST", "host.docker.internal" })
	void isThisMachine(String host) {
		assertThat(HostName.isLocal(host)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "db", "postgres.default.svc.cluster.local", "db.svc", "metadata.google.internal" })
	void isANeighbour(String host) {
		assertThat(HostName.isInternal(host)).isTrue();
		assertThat(HostName.isLocal(host)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "db.example.org", "10.0.0.7", "[2001:db8::1]", "localhost.example.org" })
	void isElsewhere(String host) {
		assertThat(HostName.isInternal(host)).isFalse();
		assertThat(HostName.isLocal(host)).isFalse();
	}

}
