package dev.mainstay.samples.badday.drill;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ArgumentsTests {

	private static final String BODY = "{\"item\":\"a\",\"amount\":1}";

	@Test
	void readsRoutesWithCommasInTheirBodies() {
		Arguments arguments = Arguments.parse("--target", "http://localhost:8080", "--routes",
				"GET:/orders/1,POST:/orders:" + BODY + ",GET:/orders?page=1,PATCH:/orders/1");
		assertThat(arguments.routes()).containsExactly(new Route("GET", "/orders/1", ""),
				new Route("POST", "/orders", BODY), new Route("GET", "/orders?page=1", ""),
				new Route("PATCH", "/orders/1", ""));
		assertThat(arguments.writable()).isEmpty();
		assertThat(arguments.anyPath()).isEqualTo("/orders/1");
	}

	@Test
	void readsRoutesFromAFile(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("routes.txt"),
				"# reads\n\nGET:/orders/1\n  POST:/orders: " + BODY + "\n");
		assertThat(Arguments.parse("--target=x", "--routes=@" + file).routes())
			.containsExactly(new Route("GET", "/orders/1", ""), new Route("POST", "/orders", BODY));
	}

	@Test
	void readsTheFurtherOptionsInBothForms() {
		Arguments arguments = Arguments.parse("--samples=samples", "--target=http://localhost:8080",
				"--routes=GET:/a,POST:/b:{},PUT:/c:[1]", "--writable", "POST:/b,PUT:/c", "--slow=GET:/s", "--hang",
				"9999", "--allow", "Staging.example", "--allow=10.0.0.1", "--header", "Authorization: Bearer a=b",
				"--answers=a.log", "--check");
		assertThat(arguments.writable()).extracting(Route::name).containsExactly("POST:/b", "PUT:/c");
		assertThat(arguments.slow()).extracting(Route::name).containsExactly("GET:/s");
		assertThat(arguments.hang()).isEqualTo(9999);
		assertThat(arguments.allowed()).containsExactlyInAnyOrder("staging.example", "10.0.0.1");
		assertThat(arguments.headers()).containsEntry("Authorization", "Bearer a=b").hasSize(1);
		assertThat(arguments.answers()).isEqualTo("a.log");
		assertThat(arguments.check()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			GET                               | --routes: 'GET' is no route
			/orders                           | --routes: '/orders' is no route
			get:/orders                       | knows GET, POST
			DELETE:/orders/1                  | knows GET, POST
			GET:orders                        | begins with /
			GET:/orders 1                     | a space as %20
			GET:/orders/1\\r\\nX:y            | begins with /
			GET:/orders:{}                    | which a GET has not
			POST:/orders:{item:a}             | single quotes
			POST:/orders:{"item":"a"          | is no JSON
			POST:/orders:{"a":1},TRACE:/a     | knows GET, POST
			""")
	void saysWhatIsWrongWithARoute(String routes, String reason) {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> Arguments.parse("--target=x", "--routes=" + routes.replace("\\r", "\r").replace("\\n", "\n")))
			.withMessageStartingWith("--routes: ")
			.withMessageContaining(reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					--routes=GET:/a                                                 | --target: it is missing
					--target=x                                                      | --routes: it is missing
					--target=x --routes                                             | --routes: its value is missing
					--target --routes=GET:/a                                        | --target: its value is missing
					--target=x --target=y --routes=GET:/a                           | --target: give it once
					--target=x --routes=GET:/a --chekc                              | Unknown option --chekc
					--target=x --routes=GET:/a --keep                               | Unknown option --keep
					--target=x --routes=@no-such-file                               | --routes: the file no-such-file
					--target=x --routes=POST:/a:{},POST:/c --writable=POST:/b       | those are [POST:/a]
					--target=x --routes=GET:/a,POST:/c --writable=POST:/c           | --writable: 'POST:/c' is no route with a body
					--target=x --routes=GET:/a --slow=POST:/a:{}                    | --slow: name one route
					--target=x --routes=GET:/a --slow=GET:/a,GET:/b                 | --slow: name one route
					--target=x --routes=GET:/a --hang=80                            | --slow
					--target=x --routes=GET:/a --slow=GET:/b --hang=65536           | --hang: '65536' is no port
					--target=x --routes=GET:/a --slow=GET:/b --hang=http            | --hang: 'http' is no port
					--target=x --routes=GET:/a --allow=http://a.example             | --allow: 'http://a.example' is no host
					--target=x --routes=GET:/a --allow=a.example:80                 | --allow: 'a.example:80' is no host
					--target=x --routes=GET:/a --allow=*.example                    | --allow: '*.example' is no host
					--target=x --routes=GET:/a --header=Authorization               | --header: write it as
					--target=x --routes=GET:/a --header=host:a                      | --header: host is set by the drill
					""")
	void namesTheOptionThatIsWrong(String line, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> Arguments.parse(line.split(" ")))
			.withMessageContaining(reason);
	}

}
