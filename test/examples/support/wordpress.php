<?php
/**
 * Stands in for the functions of WordPress that the plugin uses, and prints as JSON what pages with its shortcode have.
 * Takes a list of the attributes of shortcodes as JSON on its standard input; `locale` among them is that of the website.
 *
 * @package OpusBooking
 */

define( 'ABSPATH', __DIR__ );

$shortcodes = array();
$actions    = array();
$filters    = array();
$locale     = 'en_US';
$scripts    = array();
$blocks     = array();

function untrailingslashit( string $text ): string {
	return rtrim( $text, '/\\' );
}

function esc_url_raw( string $address, array $protocols = array( 'http', 'https' ) ): string {
	$scheme = parse_url( $address, PHP_URL_SCHEME );
	return in_array( $scheme, $protocols, true ) ? preg_replace( '/[^a-z0-9-~+_.?#=!&;,\/:%@$|*\'()\[\]]/i', '', $address ) : '';
}

function esc_url( string $address ): string {
	return str_replace( array( '&', "'" ), array( '&#038;', '&#039;' ), esc_url_raw( $address ) );
}

function esc_attr( string $text ): string {
	return htmlspecialchars( $text, ENT_QUOTES );
}

function esc_html( string $text ): string {
	return htmlspecialchars( $text, ENT_QUOTES );
}

function determine_locale(): string {
	return $GLOBALS['locale'];
}

function __( string $text, string $domain ): string {
	return $GLOBALS['filters'][ "gettext_$domain" ]( $text, $text, $domain );
}

function esc_html__( string $text, string $domain ): string {
	return esc_html( __( $text, $domain ) );
}

function wp_json_encode( array $value ): string {
	return json_encode( $value );
}

function add_query_arg( array $values, string $address ): string {
	$pairs = array();
	foreach ( $values as $name => $value ) {
		$pairs[] = $name . '=' . $value;
	}
	return array() === $pairs ? $address : $address . '?' . implode( '&', $pairs );
}

function shortcode_atts( array $known, array $given ): array {
	return array_merge( $known, array_intersect_key( $given, $known ) );
}

function current_user_can(): bool {
	return false;
}

function add_shortcode( string $name, callable $render ): void {
	$GLOBALS['shortcodes'][ $name ] = $render;
}

function add_action( string $name, callable $act ): void {
	$GLOBALS['actions'][ $name ] = $act;
}

function add_filter( string $name, callable $change ): void {
	$GLOBALS['filters'][ $name ] = $change;
}

function get_block_wrapper_attributes(): string {
	return 'class="alignwide"';
}

function register_block_type( string $folder, array $options ): void {
	$GLOBALS['blocks'][ $folder ] = $options['render_callback'];
}

function wp_enqueue_script( string $name, string $address ): void {
	$GLOBALS['scripts'][ $name ] = $address;
}

require $argv[1];
$actions['init']();

$pages = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $given ) {
	$scripts = array();
	$locale  = $given['locale'] ?? 'en_US';
	$html    = $shortcodes['opus_booking']( $given );
	foreach ( $blocks as $render ) {
		// A block and a shortcode write the same; the block in an element of the theme's column, where it takes room.
		$is_apart = '' === $html || 'floating' === ( $given['way'] ?? '' );
		if ( $render( $given ) !== ( $is_apart ? $html : '<div class="alignwide">' . $html . '</div>' ) ) {
			exit( 1 );
		}
	}
	$pages[] = array(
		'html'    => $html,
		'scripts' => array_values( $scripts ),
		'editor'  => $filters['pre_load_script_translations']( null, false, 'opus-booking-booking-editor-script', 'opus-booking' ),
	);
}
echo json_encode( $pages );
