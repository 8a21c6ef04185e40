package dev.mainstay.tests.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.idempotency.IdempotencyMode;
import dev.mainstay.resilience.idempotency.Idempotent;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * A service that writes one row for each execution, and ends in every way that there is.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(JoinedApplication.Rows.class)
@RestController
class JoinedApplication {

	static final AtomicInteger executions = new AtomicInteger();

	private final Rows rows;

	private final TransactionTemplate elsewhere;

	JoinedApplication(Rows rows, PlatformTransactionManager manager) {
		this.rows = rows;
		this.elsewhere = new TransactionTemplate(manager);
		this.elsewhere.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
	}

	@PostMapping("/row")
	ResponseEntity<Map<String, Object>> row(@RequestParam String ref) {
		int number = this.rows.insert(ref);
		return ResponseEntity.created(URI.create("/row/" + number))
			.body(Map.of("number", number, "ref", ref, "item", "bücher"));
	}

	@PostMapping("/slow")
	String slow(@RequestParam String ref, @RequestParam long ms) throws InterruptedException {
		int number = this.rows.insert(ref);
		Thread.sleep(ms);
		return "slow " + number;
	}

	@PostMapping("/declined")
	ResponseEntity<String> declined(@RequestParam String ref) {
		return ResponseEntity.status(402).body("declined " + this.rows.insert(ref));
	}

	@PostMapping("/rejected")
	String rejected(@RequestParam String ref) {
		int number = this.rows.insert(ref);
		throw new ResponseStatusException(HttpStatus.PAYMENT_REQUIRED, "rejected " + number);
	}

	@PostMapping("/rejected-inside")
	String rejectedInside(@RequestParam String ref) {
		return this.rows.reject(ref);
	}

	@PostMapping("/error-page")
	void errorPage(@RequestParam String ref, HttpServletResponse response) throws IOException {
		this.rows.insert(ref);
		response.sendError(409, "taken");
	}

	@PostMapping("/unavailable")
	ResponseEntity<String> unavailable(@RequestParam String ref) {
		return ResponseEntity.status(503).body("busy " + this.rows.insert(ref));
	}

	@PostMapping("/throw")
	String fail(@RequestParam String ref) {
		throw new IllegalStateException("failed " + this.rows.insert(ref));
	}

	@PostMapping("/rollback-only")
	ResponseEntity<String> rollbackOnly(@RequestParam String ref) {
		return ResponseEntity.ok().header("Location", "/row/none").body("done " + this.rows.insertInVain(ref));
	}

	@PostMapping("/commit-fails")
	ResponseEntity<String> commitFails(@RequestParam String ref) {
		int number = this.rows.insert(ref);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				throw new IllegalStateException("The commit fails");
			}

		});
		return ResponseEntity.created(URI.create("/row/" + number)).body("done");
	}

	@PostMapping("/redirect")
	void redirect(@RequestParam String ref, HttpServletResponse response) throws IOException {
		this.rows.insert(ref);
		response.sendRedirect("/row/1?ref=" + ref);
	}

	@PostMapping("/redirect-fails")
	void redirectFails(@RequestParam String ref, HttpServletResponse response) throws IOException {
		this.commitFails(ref);
		response.sendRedirect("/row/1");
	}

	@PostMapping("/unrecordable")
	ResponseEntity<String> unrecordable(@RequestParam String ref) {
		return ResponseEntity.created(URI.create("/row/" + "x".repeat(70_000))).body("done " + this.rows.insert(ref));
	}

	/** Goes on as if nothing had happened when its answer cannot be written. */
	@PostMapping("/write-fails")
	void writeFails(@RequestParam String ref, HttpServletResponse response) throws IOException {
		this.commitFails(ref);
		try {
			response.getOutputStream().write(new byte[3_000_000]);
		}
		catch (IllegalStateException ex) {
			response.getOutputStream().println("done");
		}
	}

	@PostMapping("/kept-failure")
	@Idempotent(keepServerErrors = true)
	ResponseEntity<String> keptFailure(@RequestParam String ref) {
		return ResponseEntity.status(502).body("failed " + this.rows.insertInVain(ref));
	}

	/** Does not come to its end before its other thread waits for that. */
	@PostMapping("/by-hand")
	void byHand(@RequestParam String ref, HttpServletRequest request, HttpServletResponse response) {
		int number = this.rows.insert(ref);
		AsyncContext context = request.startAsync(request, response);
		Thread writer = new Thread(() -> {
			try {
				context.getResponse().getOutputStream().write(new byte[3_000_000 + number]);
				context.complete();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		writer.start();
		while (writer.getState() == Thread.State.RUNNABLE) {
			Thread.onSpinWait();
		}
	}

	@PostMapping("/taken")
	ResponseEntity<String> taken(@RequestParam String ref) {
		int number = this.rows.insert(ref);
		return ResponseEntity.status(this.rows.isTaken() ? 409 : 201).body("taken " + number);
	}

	@PostMapping("/later")
	CompletableFuture<String> later(@RequestParam String ref) {
		int number = this.rows.insert(ref);
		return CompletableFuture.supplyAsync(() -> "later " + number);
	}

	@PostMapping("/large")
	String large(@RequestParam String ref) {
		return "x".repeat(3_000_000) + this.rows.insert(ref);
	}

	@PostMapping("/apart")
	String apart(@RequestParam String ref) {
		this.elsewhere.executeWithoutResult((status) -> this.rows.insert(ref));
		throw new IllegalStateException("after a commit of its own");
	}

	@PostMapping("/lease")
	@Idempotent(value = dev.mainstay.resilience.idempotency.KeyUse.OPTIONAL, mode = IdempotencyMode.LEASE)
	String lease(@RequestParam String ref) {
		this.rows.insert(ref);
		return "in a transaction: " + TransactionSynchronizationManager.isActualTransactionActive();
	}

	@PostMapping("/own")
	String own(@RequestParam String ref, @RequestHeader("Idempotency-Key") String key) {
		return key + this.rows.insert(ref) + TransactionSynchronizationManager.isActualTransactionActive();
	}

	/**
	 * The table of the business.
	 */
	static class Rows {

		private final JdbcTemplate sql;

		Rows(JdbcTemplate sql) {
			this.sql = sql;
		}

		int insert(String ref) {
			this.sql.update("insert into business (ref) values (?)", ref);
			return executions.incrementAndGet();
		}

		boolean isTaken() {
			try {
				this.sql.update("insert into seat values (1)");
				return false;
			}
			catch (DuplicateKeyException ex) {
				return true;
			}
		}

		@Transactional
		public String reject(String ref) {
			throw new ResponseStatusException(HttpStatus.PAYMENT_REQUIRED, "rejected " + insert(ref));
		}

		@Transactional
		public int insertInVain(String ref) {
			TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
			return insert(ref);
		}

	}

}
