package dev.mainstay.benchmarks.comparison.bare;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes payments, each of which is one row in a transaction. Thread-safe.
 */
public final class Payments {

	private static final Logger logger = LoggerFactory.getLogger(Payments.class);

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	Payments(JdbcClient jdbc, TransactionTemplate transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * Make a payment.
	 * @param payment what is paid
	 * @return what took place
	 */
	public Payment pay(NewPayment payment) {
		Payment made = this.transactions
			.execute((status) -> new Payment(insert(payment), payment.account(), payment.amount()));
		logger.info("Payment {} was made", made.id());
		return made;
	}

	private long insert(NewPayment payment) {
		return this.jdbc.sql("insert into payment (account, amount) values (?, ?) returning id")
			.params(payment.account(), payment.amount())
			.query(Long.class)
			.single();
	}

}
